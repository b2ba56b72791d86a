// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.peers.JmsPeer;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.util.FileUtil;

/**
 * Runs the newsroom with a broker, a simulator and sample stories in this process. With a terminal it runs until Enter,
 * otherwise until every sample story has come to its end; the exit status is 0 if that end is the expected one.
 */
public final class NewsroomDemo {

    private static final Duration REDELIVERY_DELAY = Duration.ofSeconds(1);
    private static final Duration ENCODING = Duration.ofSeconds(2);
    private static final Duration LONG_LIFE = Duration.ofMinutes(2);
    private static final Duration SHORT_LIFE = Duration.ofSeconds(15);
    private static final int LONGEST_RUN_SECONDS = 120;

    private NewsroomDemo() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        if (!run()) {
            System.exit(1);
        }
    }

    @SuppressWarnings("try") // The service is only there to be closed.
    private static boolean run() throws Exception {
        Main camel = Newsroom.application(Clock.systemUTC());
        Path folder = Files.createTempDirectory("camel-apivideo-newsroom");
        try (JmsPeer broker = JmsPeer.inMemory(folder, REDELIVERY_DELAY);
                ApiVideoSimulator service = service(camel)) {
            camel.addOverrideProperty("jms.url", broker.url());
            camel.addOverrideProperty("newsroom.expiry-check", "1s");
            camel.addOverrideProperty("newsroom.folder", folder.toString());
            return run(camel, folder);
        } finally {
            FileUtil.removeDir(folder.toFile());
        }
    }

    private static boolean run(Main camel, Path folder) throws Exception {
        Keyboard keyboard = Keyboard.find();
        Audience audience = new Audience(SampleStories.MESSAGES, keyboard.isThere() ? () -> {} : camel::completed);
        camel.configure().addRoutesBuilder(audience);
        camel.configure().setDurationMaxSeconds(keyboard.isThere() ? 0 : LONGEST_RUN_SECONDS);
        camel.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                welcome(camel, folder.resolve("stories"), keyboard);
            }
        });
        camel.run();
        return keyboard.isThere() || audience.hasHeardAll();
    }

    private static void welcome(Main camel, Path stories, Keyboard keyboard) {
        System.out.println("Open " + Newsroom.page(camel));
        System.out.println("Drop stories into " + stories);
        keyboard.onEnter(camel::completed);
        drop(new SampleStories(stories, keyboard.isThere() ? LONG_LIFE : SHORT_LIFE));
    }

    private static void drop(SampleStories stories) {
        try {
            stories.drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiVideoSimulator service(Main camel) throws IOException {
        ApiVideoSimulator simulator =
                ApiVideoSimulator.builder().encodingTime(ENCODING).start();
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        return simulator;
    }
}
