// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Encoding;
import io.github.camelapivideo.api.VideoStatus.Ingest;
import io.github.camelapivideo.api.VideoStatus.Quality;
import io.github.camelapivideo.internal.waiting.WaitGoal.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a status means for each goal, when it is read for the first time and when the next one is the same. */
class WaitGoalTest {

    /** @param qualities their statuses, separated by spaces; with a + in front if the video is playable */
    private static VideoStatus status(String ingest, String qualities) {
        boolean playable = qualities.startsWith("+");
        String statuses = qualities.replaceFirst("\\+", "").trim();
        List<Quality> list = statuses.isEmpty()
                ? List.of()
                : Arrays.stream(statuses.split(" "))
                        .map(one -> new Quality("hls", "720p", one.equals("null") ? null : one))
                        .toList();
        return new VideoStatus(new Ingest(ingest, null, null, null), new Encoding(playable, list));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # ingest   | qualities                 | uploaded | playable  | encoded
            -          | ''                        | NOT_YET  | NOT_YET   | NOT_YET
            uploading  | ''                        | NOT_YET  | NOT_YET   | NOT_YET
            merging    | ''                        | NOT_YET  | NOT_YET   | NOT_YET
            ingesting  | ''                        | NOT_YET  | NOT_YET   | NOT_YET
            uploaded   | ''                        | REACHED  | NOT_YET   | NOT_YET
            ingested   | ''                        | REACHED  | NOT_YET   | NOT_YET
            uploaded   | waiting waiting           | REACHED  | NOT_YET   | NOT_YET
            uploaded   | + encoded encoding        | REACHED  | REACHED   | NOT_YET
            uploaded   | encoded encoded           | REACHED  | NOT_YET   | ONCE_MORE
            uploaded   | + encoded encoded         | REACHED  | REACHED   | ONCE_MORE
            ingested   | + encoded                 | REACHED  | REACHED   | ONCE_MORE
            uploading  | + encoded                 | NOT_YET  | REACHED   | NOT_YET
            uploaded   | failed encoding           | REACHED  | NOT_YET   | NOT_YET
            uploaded   | failed waiting            | REACHED  | NOT_YET   | NOT_YET
            uploaded   | failed failed             | REACHED  | ONCE_MORE | ONCE_MORE
            uploading  | failed failed             | NOT_YET  | NOT_YET   | NOT_YET
            uploaded   | failed encoded            | REACHED  | ONCE_MORE | ONCE_MORE
            uploaded   | + failed encoded          | REACHED  | REACHED   | ONCE_MORE
            uploaded   | + encoded somethingNew    | REACHED  | REACHED   | NOT_YET
            uploaded   | failed null               | REACHED  | NOT_YET   | NOT_YET
            """)
    void aStatusThatIsReadForTheFirstTime(
            String ingest, String qualities, Verdict uploaded, Verdict playable, Verdict encoded) {
        VideoStatus status = status(ingest, qualities);
        assertThat(WaitGoal.uploaded.verdict(null, status)).isEqualTo(uploaded);
        assertThat(WaitGoal.playable.verdict(null, status)).isEqualTo(playable);
        assertThat(WaitGoal.encoded.verdict(null, status)).isEqualTo(encoded);
        assertThat(WaitGoal.none.verdict(null, status)).isEqualTo(Verdict.REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "+ encoded encoded, REACHED, REACHED",
        "failed failed, NEVER, NEVER",
        "failed encoded, NEVER, NEVER",
        "+ failed encoded, REACHED, NEVER",
    })
    void theSameStatusOnceMore(String qualities, Verdict playable, Verdict encoded) {
        VideoStatus status = status("uploaded", qualities);
        assertThat(WaitGoal.playable.verdict(status, status)).isEqualTo(playable);
        assertThat(WaitGoal.encoded.verdict(status, status)).isEqualTo(encoded);
    }

    @Test
    void aListThatHasGrownIsReadOnceMore() {
        VideoStatus before = status("uploaded", "+ encoded");
        VideoStatus grown = status("uploaded", "+ encoded encoded");
        assertThat(WaitGoal.encoded.verdict(before, grown)).isEqualTo(Verdict.ONCE_MORE);
        assertThat(WaitGoal.encoded.verdict(grown, grown)).isEqualTo(Verdict.REACHED);
    }
}
