// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.asset.WatermarkImage;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestGate.Budget;

/** The requests about the account's watermark images, as values. */
public final class WatermarkRequests {

    private static final ResourceKind<WatermarkImage> KIND =
            new ResourceKind<>("watermark", WatermarkImage.class, "watermarkId", WatermarkImage::watermarkId);

    private WatermarkRequests() {}

    /** Sends an image. */
    public static AssetCall<WatermarkImage> upload() {
        return AssetCall.of(form -> ApiCall.post("Uploading a watermark", form, "/watermarks")
                .countingAs(Budget.SMALL_FILES)
                .map(KIND::created)
                .onceInDoubt(
                        "It is not sent again, because a watermark has no name by which a first one could be found."
                                + " listWatermarks shows whether there is a new one"));
    }

    /** Deletes an image. An image that does not exist counts as deleted. */
    public static ApiCall<Boolean> delete(String watermarkId) {
        return ApiCall.delete("Deleting " + watermarkId, "/watermarks/{watermarkId}", watermarkId);
    }
}
