// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares how each upload ended with what the service has, and removes what is right, so that at every pause there is
 * nothing left. For one thread.
 */
final class Judge {

    private final UnluckyService service;
    private final ApiVideoSimulator simulator;
    private final Cleaner cleaner;
    private final Figures figures;
    private final long seed;
    private final List<String> problems = new ArrayList<>();

    Judge(UnluckyService service, Figures figures, long seed) {
        this.service = service;
        this.simulator = service.simulator();
        this.cleaner = new Cleaner(simulator.baseUri(), simulator.apiKey());
        this.figures = figures;
        this.seed = seed;
    }

    /** What is not as it should be. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void report(String problem) {
        problems.add(problem);
    }

    void judge(Outcome outcome) {
        Upload upload = Upload.random(seed, outcome.number());
        Optional<String> problem = outcome.failed() ? judgeFailure(upload, outcome) : judgeSuccess(upload, outcome);
        problem.ifPresent(text -> report(upload + " " + text));
    }

    private Optional<String> judgeFailure(Upload upload, Outcome outcome) {
        if (upload.keyed()) {
            return Optional.of("failed for good, although it was tried again: " + outcome.failure());
        }
        if (!service.isDoomed(outcome.videoId())) {
            return Optional.of("failed, although it could be survived: " + outcome.failure());
        }
        if (simulator.video(outcome.videoId()).isPresent()) {
            return Optional.of("left the container " + outcome.videoId() + ": " + outcome.failure());
        }
        figures.countRefused();
        return Optional.empty();
    }

    private Optional<String> judgeSuccess(Upload upload, Outcome outcome) {
        Optional<ReceivedVideo> video = simulator.video(outcome.videoId());
        if (video.isEmpty()) {
            return Optional.of("is said to be there, but there is no " + outcome.videoId());
        }
        if (!upload.content().sha256().equals(video.get().sha256())) {
            return Optional.of("is not what arrived: " + video.get());
        }
        if (service.isDoomed(outcome.videoId()) && !upload.keyed()) {
            return Optional.of("arrived, although a part was refused: " + video.get());
        }
        figures.countArrived(upload);
        cleaner.delete(outcome.videoId());
        return Optional.empty();
    }

    /** To be called while nothing is under way: everything that arrived was removed, so nothing may be there. */
    void judgePause() {
        simulator.videos().forEach(video -> report("A container is left over: " + video));
        service.forget();
    }
}
