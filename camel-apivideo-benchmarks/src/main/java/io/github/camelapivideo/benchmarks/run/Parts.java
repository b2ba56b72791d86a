// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;

/** The parts of the benchmarks, in order, with what each takes of the time. */
enum Parts implements Part {
    PLAIN(4, new RawChapter(false)),
    TLS(5, new RawChapter(true)),
    SHAPED(5, new ShapedChapter(false, new Shape(25_000_000, 40))),
    SHAPED_TLS(3, new ShapedChapter(true, new Shape(25_000_000, 40))),
    MEMORY(1, new MemoryChapter()),
    SMALL(1, new SmallChapter()),
    MANY(1, new ManyChapter()),
    AUTO(0, new AutoChapter());

    private final double share;
    private final Part part;

    Parts(double share, Part part) {
        this.share = share;
        this.part = part;
    }

    double share() {
        return share;
    }

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        return part.run(bench);
    }
}
