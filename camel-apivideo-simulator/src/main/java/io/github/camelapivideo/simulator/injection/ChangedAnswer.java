// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;

/** An answer that keeps status and problem of another one, and is sent in another way. */
interface ChangedAnswer extends Answer {

    /** The undisturbed answer. */
    Answer answer();

    @Override
    default int status() {
        return answer().status();
    }

    @Override
    default String problemSlug() {
        return answer().problemSlug();
    }
}
