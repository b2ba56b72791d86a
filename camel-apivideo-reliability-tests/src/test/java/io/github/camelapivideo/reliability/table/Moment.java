// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.fault.Faults;

/** When something goes wrong. */
enum Moment {
    TOKEN("access token", RequestKind.TOKEN, 0),
    CREATE("creation", RequestKind.CREATE, 0),
    FIRST("first part", RequestKind.SOURCE, 1),
    MIDDLE("middle part", RequestKind.SOURCE, 2),

    /** With its answer the video is complete, unless other parts are under way. */
    LAST("last part", RequestKind.SOURCE, 3),

    /** A small video goes in one request. */
    ONLY("only request", RequestKind.SOURCE, 1),

    /** Asked after an answer was lost. */
    STATUS("status", RequestKind.STATUS, 0),

    /** Made after a part was refused. */
    DELETE("deletion", RequestKind.DELETE, 0);

    private static final String REFUSAL = "authorization-suspended-account";

    final String text;
    private final RequestKind kind;
    private final int part;

    Moment(String text, RequestKind kind, int part) {
        this.text = text;
        this.kind = kind;
        this.part = part;
    }

    private boolean carriesPart() {
        return part > 0;
    }

    boolean isOf(RequestKind wanted) {
        return kind == wanted;
    }

    boolean hasBody() {
        return this != STATUS && this != DELETE;
    }

    boolean hasAnswer() {
        return this != DELETE;
    }

    boolean hasContainer() {
        return carriesPart() || this == STATUS || this == DELETE;
    }

    /** Whether another request certainly comes after it. */
    boolean isFollowed() {
        return this != LAST && this != ONLY && this != DELETE;
    }

    /** What the upload fails for, whatever else happens then; null if it does not. */
    String failure() {
        return this == DELETE ? REFUSAL : null;
    }

    void script(Faults faults, Fault fault) {
        if (this == STATUS || this == DELETE) {
            Fault before = this == STATUS ? Fault.loseAnswer() : Fault.problem(403, REFUSAL);
            faults.on(RequestKind.SOURCE).part(2).times(1).then(before);
        }
        Faults.Rule rule = faults.on(kind);
        if (carriesPart()) {
            rule.part(part);
        }
        rule.times(1).then(fault);
    }
}
