// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.api.SummaryStatus;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summaries: create, list and delete; show and write their texts. */
public final class SummaryHandlers {

    private static final List<String> PARTS = List.of(Summaries.ABSTRACT, Summaries.TAKEAWAYS);
    private static final int MOST_TAKEAWAYS = 3;

    private static final AttributeRules CREATION = AttributeRules.of(Map.of(
                    Summaries.VIDEO,
                    List.of(AttributeRules.TEXT),
                    "origin",
                    List.of(Demand.of("auto"::equals, "must be \"auto\", or absent")),
                    "attributes",
                    List.of(Demand.someOf(PARTS))))
            .requiring(Summaries.VIDEO);

    private static final AttributeRules SOURCE = AttributeRules.of(Map.of(
            Summaries.ABSTRACT, List.of(AttributeRules.TEXT),
            Summaries.TAKEAWAYS,
                    List.of(
                            AttributeRules.ARRAY,
                            Demand.of(SummaryHandlers::areTakeaways, "must be at most three strings"))));

    private static final Listing<Resource> LIST = Listing.<Resource>create()
            .filter(Summaries.VIDEO, videoId -> summary -> videoId.equals(summary.get(Summaries.VIDEO)))
            .choice("origin", List.of("auto", "api"), summary -> summary.text("origin"))
            .choice(
                    Summaries.STATUS,
                    Arrays.stream(SummaryStatus.values()).map(Summaries::wire).toList(),
                    summary -> summary.text(Summaries.STATUS))
            .order("createdAt", "desc", Comparator.comparing(Resource::createdAt))
            .order("updatedAt", "desc", Comparator.comparing(Resource::updatedAt))
            .order(Summaries.VIDEO, "desc", Comparator.comparing(summary -> summary.text(Summaries.VIDEO)));

    private final Summaries summaries;
    private final VideoStore videos;

    SummaryHandlers(Summaries summaries, VideoStore videos) {
        this.summaries = summaries;
        this.videos = videos;
    }

    private static boolean areTakeaways(Object value) {
        List<?> list = (List<?>) value;
        return list.size() <= MOST_TAKEAWAYS && list.stream().allMatch(String.class::isInstance);
    }

    public Answer create(Call call) {
        Map<String, Object> payload = CREATION.check(call.payload());
        String videoId = videos.get((String) payload.get(Summaries.VIDEO)).videoId();
        List<?> parts = (List<?>) payload.getOrDefault("attributes", List.of());
        Resource summary = payload.containsKey("origin")
                ? summaries.generate(videoId, parts, Summaries.VIDEO)
                : summaries.create(videoId, Summaries.VIDEO);
        return Answer.json(201, json(summary));
    }

    public Answer list(Call call) {
        return LIST.answer(summaries.current().all(), SummaryHandlers::json, call);
    }

    public Answer delete(Call call) {
        summaries.current().delete(call.variable(Summaries.ID));
        return Answer.nothing();
    }

    public Answer source(Call call) {
        Resource summary = summaries.current().get(call.variable(Summaries.ID));
        if (!Summaries.has(summary, SummaryStatus.COMPLETED)) {
            throw ProblemType.NOT_FOUND.because(Summaries.ID, "The summary has no text.");
        }
        return Answer.json(200, text(summary));
    }

    public Answer updateSource(Call call) {
        String summaryId = summaries.current().get(call.variable(Summaries.ID)).id();
        Map<String, Object> payload = SOURCE.check(call.payload());
        return Answer.json(201, text(summaries.write(summaryId, payload)));
    }

    private static Map<String, Object> text(Resource summary) {
        return only(summary.attributes(), PARTS);
    }

    private static Map<String, Object> json(Resource summary) {
        return only(
                summary.json(Summaries.ID),
                List.of(Summaries.ID, "createdAt", "updatedAt", Summaries.VIDEO, "origin", Summaries.STATUS));
    }

    private static Map<String, Object> only(Map<String, Object> all, List<String> names) {
        Map<String, Object> some = new LinkedHashMap<>(all);
        some.keySet().retainAll(names);
        return some;
    }
}
