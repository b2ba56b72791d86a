// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A container as the simulator has it; a snapshot.
 *
 * @param creation the attributes that the container was created or updated with, as in JSON
 * @param complete whether the whole video has arrived
 * @param size bytes received so far
 * @param sha256 of the whole video, in hexadecimal; null until it is complete
 * @param parts the numbers of the parts that arrived, ascending
 * @param totalParts null until a request told it
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
