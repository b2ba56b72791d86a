// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import java.nio.file.Path;
import java.util.List;

/** The pieces of one video that have arrived, by parts or by bytes. */
interface Intake {

    /** The bytes that have arrived. */
    long size();

    /** The files in the order of the video. */
    List<Path> files();
}
