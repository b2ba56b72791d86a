// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.stream.Stream;

/** Why an upload fails for good. */
enum Refusal {
    WRONG_KEY {
        @Override
        void arrange(UploadRoute route) {
            route.withTheWrongKey();
        }
    },
    FIRST_PART_REFUSED {
        @Override
        void arrange(UploadRoute route) {
            route.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(1)
                    .then(Fault.problem(400, "uploaded-file-invalid-file"));
        }
    },
    LAST_PART_REFUSED {
        @Override
        void arrange(UploadRoute route) {
            route.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(video().parts())
                    .then(Fault.problem(400, "uploaded-file-invalid-file"));
        }
    };

    static Stream<Refusal> all() {
        return Stream.of(WRONG_KEY, LAST_PART_REFUSED);
    }

    abstract void arrange(UploadRoute route);

    TestVideo video() {
        return TestVideo.of(2L * TestVideo.PART + 1);
    }
}
