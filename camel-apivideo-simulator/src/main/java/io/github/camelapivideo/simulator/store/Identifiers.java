// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import java.security.SecureRandom;

/** Makes random identifiers and tokens. */
public final class Identifiers {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {}

    public static String next(String prefix, int length) {
        StringBuilder identifier = new StringBuilder(prefix);
        RANDOM.ints(length, 0, LETTERS.length()).forEach(letter -> identifier.append(LETTERS.charAt(letter)));
        return identifier.toString();
    }
}
