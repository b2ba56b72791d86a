// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;

/** One run: starts the route, drops the videos, and waits until each has been uploaded or has failed. */
final class DropRun {

    // A viewer should not wait five minutes to learn that there is no network.
    private static final String FEW_RETRIES = "6";

    private final Settings settings;
    private final Service service;
    private final Screen screen;

    DropRun(Settings settings, Service service, Screen screen) {
        this.settings = settings;
        this.service = service;
        this.screen = screen;
    }

    Summary run() throws Exception {
        Inbox inbox = new Inbox(settings.folder());
        inbox.empty();
        List<SourceVideo> sources = inbox.prepare(settings.videos());
        Outcomes outcomes = new Outcomes(sources.size());
        Main camel = camel(outcomes);
        try {
            camel.start();
            return summary(inbox, sources, outcomes);
        } finally {
            camel.stop();
        }
    }

    private Summary summary(Inbox inbox, List<SourceVideo> sources, Outcomes outcomes)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        inbox.drop(sources);
        Map<String, Outcome> ended = outcomes.await();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        List<Summary.Line> lines = sources.stream()
                .map(source -> Summary.Line.of(source, ended.get(source.name()), service))
                .toList();
        return new Summary(lines, settings.folder(), elapsed);
    }

    private Main camel(Outcomes outcomes) {
        Main camel = new Main(FileDrop.class);
        camel.bind("screen", screen);
        camel.bind("outcomes", outcomes);
        camel.addOverrideProperty("camel.component.apivideo.uploadListener", "#screen");
        camel.addOverrideProperty("camel.component.apivideo.maxRetries", FEW_RETRIES);
        settings.properties().forEach(camel::addOverrideProperty);
        service.properties().forEach(camel::addOverrideProperty);
        return camel;
    }
}
