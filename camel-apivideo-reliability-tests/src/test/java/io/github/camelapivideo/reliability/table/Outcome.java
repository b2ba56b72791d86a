// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

/** How an upload may end. */
enum Outcome {
    COMPLETE(
            "complete",
            "the exchange succeeds, the SHA-256 of what arrived is right, there is no other container, and no part"
                    + " was sent that the service had, unless a proxy repeated it or the record lagged"),
    REFUSED("refused", "the exchange fails and says why, and no container is left"),
    KEPT(
            "kept",
            "the exchange fails, says why, and names the container that is kept because of the `uploadKey`; the next"
                    + " upload with the key completes that very container, and sends only the parts that are missing"),
    LEFT("left", "the exchange fails, says why, and names the container that could not be deleted");

    final String text;
    final String meaning;

    Outcome(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }
}
