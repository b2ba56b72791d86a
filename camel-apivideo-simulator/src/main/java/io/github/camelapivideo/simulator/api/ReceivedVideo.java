// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A snapshot of a container and its video.
 *
 * <pre>{@code
 * ReceivedVideo video = simulator.videos().get(0);
 * assertThat(video.complete()).isTrue();
 * assertThat(video.sha256()).isEqualTo(expected);
 * }</pre>
 *
 * @param title the current title
 * @param creation the JSON that created the container, as it was sent
 * @param complete true if the whole video has arrived
 * @param size the bytes received so far
 * @param sha256 the digest of the whole video, in hexadecimal; null until it is complete
 * @param parts the numbers of the parts that arrived, ascending; a regular upload is part 1 of 1
 * @param totalParts null until a request has stated it
 * @param arrivalOrder the numbers of the parts in the order in which they were accepted
 * @param file the whole video; null until it is complete
 */
public record ReceivedVideo(
        String videoId,
        String title,
        Map<String, Object> creation,
        boolean complete,
        long size,
        String sha256,
        List<Integer> parts,
        Integer totalParts,
        List<Integer> arrivalOrder,
        Path file) {}
