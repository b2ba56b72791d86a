// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.store.FileStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Player themes: create, list, show, update and delete. */
public final class PlayerHandlers {

    private static final String ID = "playerId";
    private static final int LONGEST_NAME = 100;
    private static final String LEVEL = "\\s*(?:\\d|\\d\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\s*";
    private static final Pattern COLOUR =
            Pattern.compile("rgba\\(" + LEVEL + "," + LEVEL + "," + LEVEL + ",\\s*(?:0|1|1\\.0+|0?\\.\\d+)\\s*\\)");

    private static final List<String> COLOURS = List.of(
            "text",
            "link",
            "linkHover",
            "linkActive",
            "trackPlayed",
            "trackUnplayed",
            "trackBackground",
            "backgroundTop",
            "backgroundBottom",
            "backgroundText");

    private static final Map<String, Object> DEFAULTS = Map.of(
            "enableApi", true, "enableControls", true, "forceAutoplay", false, "hideTitle", false, "forceLoop", false);

    private static final AttributeRules RULES = AttributeRules.of(rules());

    private static final Listing<Resource> LIST = Listing.<Resource>create()
            .order("createdAt", "desc", Comparator.comparing(Resource::createdAt))
            .order("updatedAt", "desc", Comparator.comparing(Resource::updatedAt))
            .order("name", "desc", Comparator.comparing(player -> player.text("name")));

    private final Resources players;
    private final FileStore files;

    PlayerHandlers(Resources players, FileStore files) {
        this.files = files;
        this.players = players;
    }

    private static Map<String, List<Demand>> rules() {
        Map<String, List<Demand>> rules = new LinkedHashMap<>();
        rules.put(
                "name",
                List.of(Demand.of(
                        name -> name instanceof String text && text.length() <= LONGEST_NAME,
                        "must be a string of at most " + LONGEST_NAME + " characters")));
        COLOURS.forEach(name -> rules.put(
                name,
                List.of(Demand.of(
                        value -> value instanceof String text
                                && COLOUR.matcher(text).matches(),
                        "must be a colour of the form rgba(255, 255, 255, .95)"))));
        DEFAULTS.keySet().forEach(name -> rules.put(name, List.of(AttributeRules.FLAG)));
        return rules;
    }

    public Answer create(Call call) {
        Map<String, Object> attributes = new LinkedHashMap<>(DEFAULTS);
        attributes.putAll(RULES.check(call.payload()));
        return Answer.json(201, json(players.create(attributes)));
    }

    public Answer list(Call call) {
        return LIST.answer(players.all(), PlayerHandlers::json, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, json(players.get(call.variable(ID))));
    }

    public Answer update(Call call) {
        Resource player = players.get(call.variable(ID));
        return Answer.json(200, json(players.update(player.id(), RULES.check(call.payload()))));
    }

    public Answer delete(Call call) {
        players.delete(call.variable(ID));
        files.removeBelow(call.path());
        return Answer.nothing();
    }

    static Map<String, Object> json(Resource player) {
        Map<String, Object> json = player.json(ID);
        json.putIfAbsent("assets", Map.of());
        return json;
    }
}
