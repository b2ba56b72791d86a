// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import io.github.camelapivideo.internal.text.LogSafe;

/** An option, header or property with its value, as an error text repeats it: on one line and no longer than useful. */
public final class NamedValue {

    private NamedValue() {}

    /** {@code name=value}. Not for a value that may be a secret. */
    public static String of(String name, Object value) {
        return LogSafe.masked(LogSafe.brief(name) + "=" + LogSafe.brief(String.valueOf(value)));
    }
}
