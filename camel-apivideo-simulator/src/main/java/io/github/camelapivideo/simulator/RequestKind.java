// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

/** What a request asks for. */
public enum RequestKind {
    TOKEN(Budget.WRITES),
    REFRESH(Budget.WRITES),
    CREATE(Budget.WRITES),
    SOURCE(Budget.UPLOADS),
    DELEGATED(Budget.UPLOADS),
    STATUS(Budget.READS),
    LIST(Budget.READS),
    GET(Budget.READS),
    UPDATE(Budget.WRITES),
    DELETE(Budget.WRITES),
    UPLOAD_TOKENS(Budget.WRITES),
    DELIVERY(Budget.NONE),
    UNKNOWN(Budget.READS);

    /** Which of the account's limits a request counts against. */
    enum Budget {
        UPLOADS,
        WRITES,
        READS,
        NONE
    }

    private final Budget budget;

    RequestKind(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }
}
