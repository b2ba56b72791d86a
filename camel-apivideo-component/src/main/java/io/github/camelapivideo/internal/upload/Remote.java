// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoApi;
import java.util.Optional;

/**
 * The service, as one account sees it.
 *
 * @param videos empty when there is only an upload token, which opens no other door
 * @param pace how fast it may be asked
 */
public record Remote(Optional<VideoApi> videos, PartTransport parts, Pace pace) {}
