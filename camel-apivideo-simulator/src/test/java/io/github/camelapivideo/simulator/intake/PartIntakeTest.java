// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that are too large to be sent in a test. */
class PartIntakeTest {

    @TempDir
    private Path folder;

    /** A file that only claims its size. */
    private static UploadedFile file(long size) {
        ByteBuffer bytes = ByteBuffer.allocate(1);
        return new UploadedFile(
                "file", "a.mp4", size, new MultiPart.ByteBufferPart("file", "a.mp4", HttpFields.EMPTY, bytes));
    }

    @Test
    void acceptsPartsUpToTheLargestVideo() {
        PartIntake intake = new PartIntake(folder);
        int most = (int) (SizeLimits.LARGEST_VIDEO / SizeLimits.LARGEST_FILE);
        for (int number = 1; number <= most; number++) {
            intake.add(new ContentRange.ByPart(number, OptionalLong.empty()), file(SizeLimits.LARGEST_FILE));
        }
        assertThat(intake.size()).isEqualTo(SizeLimits.LARGEST_VIDEO);

        ContentRange.ByPart last = new ContentRange.ByPart(most + 1, OptionalLong.of(most + 1));
        assertThatThrownBy(() -> intake.add(last, file(1))).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().slug())
                .isEqualTo("uploaded-file-too-large"));
        assertThat(intake.isComplete()).isFalse();
    }
}
