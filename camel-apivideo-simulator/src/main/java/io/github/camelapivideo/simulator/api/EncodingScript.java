// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How the service encodes a video: HLS in every quality up to the height of the source, then one MP4 of that height.
 * Times count from the arrival of the source. Immutable.
 *
 * <pre>{@code
 * EncodingScript script = EncodingScript.ofHeight(1080).oneAfterAnother(Duration.ofSeconds(2)).failing("hls", "1080p");
 * ApiVideoSimulator simulator = ApiVideoSimulator.builder().encoding(script).start();
 * }</pre>
 */
public final class EncodingScript {

    private static final List<Integer> HEIGHTS = List.of(240, 360, 480, 720, 1080, 2160);

    /**
     * The state of one quality at one moment.
     *
     * @param type {@code hls} or {@code mp4}
     * @param quality such as {@code 720p}
     * @param status {@code waiting}, {@code encoding}, {@code encoded} or {@code failed}
     * @param end when its encoding ends
     */
    public record Quality(String type, String quality, String status, Duration end) {}

    private record Step(String type, String quality, Duration appears, Duration starts, Duration ends, boolean fails) {

        Quality at(Duration moment) {
            return new Quality(type, quality, status(moment), ends);
        }

        private String status(Duration moment) {
            if (moment.compareTo(ends) >= 0) {
                return fails ? "failed" : "encoded";
            }
            return moment.compareTo(starts) >= 0 ? "encoding" : "waiting";
        }

        Step appearing(Duration after) {
            return new Step(type, quality, after, starts, ends, fails);
        }

        Step from(Duration start, Duration end) {
            return new Step(type, quality, appears, start, end, fails);
        }

        Step failing() {
            return new Step(type, quality, appears, starts, ends, true);
        }
    }

    private final int height;
    private final List<Step> steps;

    private EncodingScript(int height, List<Step> steps) {
        this.height = height;
        this.steps = steps;
    }

    /**
     * Encodes everything at once and in no time.
     *
     * @param height of the source in pixels: 240, 360, 480, 720, 1080 or 2160
     */
    public static EncodingScript ofHeight(int height) {
        if (!HEIGHTS.contains(height)) {
            throw new IllegalArgumentException("height=" + height + ": allowed are " + HEIGHTS);
        }
        List<Step> steps = new ArrayList<>();
        HEIGHTS.stream().filter(step -> step <= height).forEach(step -> steps.add(step("hls", step)));
        steps.add(step("mp4", height));
        return new EncodingScript(height, steps);
    }

    private static Step step(String type, int height) {
        return new Step(type, height + "p", Duration.ZERO, Duration.ZERO, Duration.ZERO, false);
    }

    /** All qualities are encoded at the same time, and take this time. */
    public EncodingScript taking(Duration time) {
        return change(
                step -> true, step -> step.from(step.starts(), step.starts().plus(valid(time))));
    }

    /** One quality takes this time. */
    public EncodingScript taking(String type, String quality, Duration time) {
        return change(
                one(type, quality),
                step -> step.from(step.starts(), step.starts().plus(valid(time))));
    }

    /** Each quality takes this time, and waits for those before it. */
    public EncodingScript oneAfterAnother(Duration each) {
        valid(each);
        return new EncodingScript(
                height,
                IntStream.range(0, steps.size())
                        .mapToObj(
                                place -> steps.get(place).from(each.multipliedBy(place), each.multipliedBy(place + 1L)))
                        .toList());
    }

    /** One quality waits this time before its encoding starts. */
    public EncodingScript waiting(String type, String quality, Duration time) {
        return change(
                one(type, quality),
                step -> step.from(valid(time), time.plus(step.ends()).minus(step.starts())));
    }

    /** One quality is listed only after this time. */
    public EncodingScript appearing(String type, String quality, Duration after) {
        return change(one(type, quality), step -> step.appearing(valid(after)));
    }

    /** The encoding of one quality fails at its end. */
    public EncodingScript failing(String type, String quality) {
        return change(one(type, quality), Step::failing);
    }

    /** The encoding of every quality fails at its end, as it does for a file that is not a video. */
    public EncodingScript failing() {
        return change(step -> true, Step::failing);
    }

    /** Each quality ends this much later. */
    public EncodingScript later(Duration time) {
        return change(step -> true, step -> step.from(step.starts(), step.ends().plus(valid(time))));
    }

    private static Duration valid(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time=" + time + ": must not be negative");
        }
        return time;
    }

    private Predicate<Step> one(String type, String quality) {
        Predicate<Step> wanted =
                step -> step.type().equals(type) && step.quality().equals(quality);
        if (steps.stream().noneMatch(wanted)) {
            throw new IllegalArgumentException(type + " " + quality + ": allowed are "
                    + steps.stream()
                            .map(step -> step.type() + " " + step.quality())
                            .toList());
        }
        return wanted;
    }

    private EncodingScript change(Predicate<Step> which, UnaryOperator<Step> how) {
        return new EncodingScript(
                height,
                steps.stream()
                        .map(step -> which.test(step) ? how.apply(step) : step)
                        .toList());
    }

    /** The height of the source in pixels. */
    public int height() {
        return height;
    }

    /** When the encoding of the last quality ends. */
    public Duration end() {
        return steps.stream().map(Step::ends).max(Duration::compareTo).orElseThrow();
    }

    /** The qualities that are listed at a moment, in the service's order. */
    public List<Quality> at(Duration moment) {
        return steps.stream()
                .filter(step -> moment.compareTo(step.appears()) >= 0)
                .map(step -> step.at(moment))
                .toList();
    }
}
