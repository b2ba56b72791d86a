// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.answer.ServiceTime;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.Watermarks;
import io.github.camelapivideo.simulator.store.Watermarks.Watermark;
import java.util.Comparator;
import java.util.Map;

/** The operations on the account's watermarks. */
public final class WatermarkHandlers {

    private static final Listing<Watermark> LIST =
            Listing.<Watermark>create().order("createdAt", "desc", Comparator.comparing(Watermark::createdAt));

    private final Watermarks watermarks;
    private final FileStore files;

    public WatermarkHandlers(Watermarks watermarks, FileStore files) {
        this.watermarks = watermarks;
        this.files = files;
    }

    public Answer list(Call call) {
        return LIST.answer(watermarks.all(), WatermarkHandlers::json, call);
    }

    public Answer upload(Call call) {
        ReceivedFile image = FileRules.WATERMARK.read(call);
        Watermark watermark = watermarks.create();
        files.put("/watermarks/" + watermark.watermarkId(), image);
        return Answer.json(200, json(watermark));
    }

    public Answer delete(Call call) {
        watermarks.delete(call.variable("watermarkId"));
        files.remove(call.path());
        return Answer.nothing();
    }

    private static Map<String, Object> json(Watermark watermark) {
        return Map.of("watermarkId", watermark.watermarkId(), "createdAt", ServiceTime.format(watermark.createdAt()));
    }
}
