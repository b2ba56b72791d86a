// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.asset.FileRules;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.FileStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The logos of player themes: upload, delete, and deliver to players. */
public final class LogoHandlers {

    private static final int WIDEST = 200;
    private static final int HIGHEST = 100;

    private final Resources players;
    private final FileStore files;
    private final Supplier<URI> base;

    /** @param base the address of the simulator */
    LogoHandlers(Resources players, FileStore files, Supplier<URI> base) {
        this.players = players;
        this.files = files;
        this.base = base;
    }

    public Answer upload(Call call) {
        Resource player = player(call);
        ReceivedFile logo = FileRules.LOGO.read(call);
        checkSize(logo);
        files.put(path(player), logo);
        return Answer.json(
                201, PlayerHandlers.json(players.update(player.id(), Map.of("assets", assets(player, call)))));
    }

    private Map<String, Object> assets(Resource player, Call call) {
        Map<String, Object> assets = new LinkedHashMap<>();
        assets.put("logo", base.get() + "/player/" + player.id() + "/logo");
        String link = call.form().text("link");
        if (link != null) {
            assets.put("link", link);
        }
        return assets;
    }

    /** Refuses an image that is too large; what is no image has no size. */
    private static void checkSize(ReceivedFile logo) {
        try (ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(logo.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (readers.hasNext()) {
                checkSize(readers.next(), image);
            }
        } catch (IOException e) {
            // The service judges the name; what cannot be read is accepted.
            return;
        }
    }

    private static void checkSize(ImageReader reader, ImageInputStream image) throws IOException {
        reader.setInput(image);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > WIDEST || height > HIGHEST) {
            throw ProblemType.INVALID_FILE.because(
                    "file",
                    "The image has " + width + "x" + height + " pixels; it may have " + WIDEST + "x" + HIGHEST + ".");
        }
    }

    /** Deletes the logo; a player without one stays as it is. */
    public Answer delete(Call call) {
        Resource player = player(call);
        files.remove(path(player));
        players.update(player.id(), Map.of("assets", Map.of()));
        return Answer.nothing();
    }

    /** The image itself, as players load it. */
    public Answer deliver(Call call) {
        return files.get(path(player(call)))
                .map(FileRules::answer)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("playerId", "The player has no logo."));
    }

    private Resource player(Call call) {
        return players.get(call.variable("playerId"));
    }

    private static String path(Resource player) {
        return "/players/" + player.id() + "/logo";
    }
}
