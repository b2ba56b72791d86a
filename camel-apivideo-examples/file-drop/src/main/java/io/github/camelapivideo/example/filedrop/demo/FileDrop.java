// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.example.clips.PlayerPages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Drops videos into the folder of the route. The exit status is 0 if every video arrived as it was sent. */
public final class FileDrop {

    private static final String API_KEY = "APIVIDEO_API_KEY";

    private FileDrop() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        System.exit(run(Settings.load(), System.getenv(API_KEY)));
    }

    /** @param watched whether a user sees it on a terminal */
    private record Run(Summary summary, boolean watched) {}

    private static int run(Settings settings, String apiKey) throws Exception {
        try (Service service = service(settings, apiKey)) {
            Run run = upload(settings, service);
            if (service.reports()) {
                PlayerPages.keep(settings.waits() || run.watched(), System.in, System.out);
            }
            return run.summary().exitStatus();
        }
    }

    private static Run upload(Settings settings, Service service) throws Exception {
        PrintStream log = System.err;
        try (Screen screen = Screen.open()) {
            System.setErr(new PrintStream(new LineStream(screen::print), true, StandardCharsets.UTF_8));
            return new Run(show(settings, service, screen), screen.isTerminal());
        } finally {
            System.setErr(log);
        }
    }

    /** Prints all that a user sees of one run. */
    static Summary show(Settings settings, Service service, Screen screen) throws Exception {
        screen.print(introduction(settings, service));
        Summary summary = new DropRun(settings, service, screen).run();
        screen.print(summary.text());
        return summary;
    }

    private static List<String> introduction(Settings settings, Service service) {
        return List.of(
                settings.videos().size() + " videos are dropped into "
                        + settings.folder().resolve("inbox"),
                "and go to " + service.description(),
                "up to " + ByteCount.text(settings.sequentialUpTo())
                        + " part after part, longer ones four parts at once",
                "");
    }

    private static Service service(Settings settings, String apiKey) throws IOException {
        return apiKey == null || apiKey.isBlank() ? SimulatedService.start(settings.line()) : new SandboxService();
    }
}
