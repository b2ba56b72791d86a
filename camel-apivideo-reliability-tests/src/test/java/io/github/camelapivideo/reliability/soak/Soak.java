// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run: rounds of uploads with pauses between them, then the end, then the report. For one thread. */
final class Soak {

    private static final Duration NEWS = Duration.ofMinutes(1);
    private static final int ENOUGH_PROBLEMS = 50;

    private final Path folder;
    private final SoakPlan plan;
    private final Figures figures = new Figures();
    private final Inventories inventories = new Inventories();
    private final long startedAt = System.nanoTime();
    private Duration nextNews = NEWS;

    Soak(Path folder, SoakPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /** What was not as it should be. */
    List<String> run() throws Exception {
        print("seed " + plan.seed() + ", " + plan.minutes() + " minutes, " + UploadingProgram.AT_ONCE
                + " uploads at once in " + plan.heap() + " of heap");
        Path target = Files.createDirectories(Path.of(System.getProperty("basedir", "."), "target"));
        try (UnluckyService service = new UnluckyService(plan.seed(), figures);
                UploadingJvm jvm = new UploadingJvm(
                        plan.heap(), service.simulator(), plan.seed(), folder, target.resolve("soak-uploads.log"))) {
            Judge judge = new Judge(service, figures, plan.seed());
            inventories.add(jvm.begin());
            uploads(jvm, judge);
            inventories.add(jvm.end());
            inventories.judge().forEach(judge::report);
            if (!jvm.endedWell()) {
                judge.report("The uploading program did not end well");
            }
            report(judge.problems(), target.resolve("soak.md"));
            return judge.problems();
        }
    }

    private void uploads(UploadingJvm jvm, Judge judge) throws IOException {
        Duration end = Duration.ofSeconds(plan.seconds());
        while (elapsed().compareTo(end) < 0 && judge.problems().size() < ENOUGH_PROBLEMS) {
            Inventory inventory = jvm.uploadFor(plan.roundSeconds(), outcome -> {
                judge.judge(outcome);
                tellNews(judge.problems().size());
            });
            judge.judgePause();
            inventories.add(inventory);
            print("pause: " + Inventories.text(inventory));
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void tellNews(int problems) {
        if (elapsed().compareTo(nextNews) >= 0) {
            nextNews = nextNews.plus(NEWS);
            print(problems + " problems, " + figures.toLine());
        }
    }

    private void print(String news) {
        System.out.printf("[soak %4d s] %s%n", elapsed().toSeconds(), news);
    }

    private void report(List<String> problems, Path file) throws IOException {
        String report = new Report(plan, elapsed(), figures, inventories, problems).toMarkdown();
        Files.writeString(file, report);
        System.out.println(report);
    }
}
