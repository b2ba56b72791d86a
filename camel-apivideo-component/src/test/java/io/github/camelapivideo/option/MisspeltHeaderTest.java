// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.text.Likeness;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A header that looks like one of the component's and is none is told, once for each name. */
class MisspeltHeaderTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @BeforeEach
    void onlyWarnings() {
        log.level(Level.WARN);
    }

    @Test
    void aMisspeltHeaderIsToldOnceWithTheNearestName() {
        upload("", Map.of("CamelApiVideoTitel", "a"));
        upload("", Map.of("CamelApiVideoTitel", "b"));
        upload("tags=a", Map.of("CamelApiVideoTitel", "c", "CamelApiVideoUploadKy", "k"));
        assertThat(warnings())
                .hasSize(2)
                .anyMatch(line -> line.contains("Header CamelApiVideoTitel is not one that apivideo://upload")
                        && line.contains("the nearest is CamelApiVideoTitle;"))
                .anyMatch(line -> line.contains("the nearest is CamelApiVideoUploadKey;"));
    }

    @Test
    void whatAnEarlierOperationHasLeftIsNoMistake() {
        upload("", Map.of("CAMELAPIVIDEOTITLE", "a", "CamelFileName", "a.mp4", "CamelApiVideoPlayerUrl", "https://a"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void noHeaderIsToldWhereNoneIsRead() {
        upload("allowHeaderOverrides=false", Map.of("CamelApiVideoTitel", "a"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aSenderOfMessagesCannotFillTheLog() {
        IntStream.range(0, 150).forEach(i -> upload("", Map.of("CamelApiVideo\nForged" + i, "a")));
        assertThat(warnings()).hasSize(100).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void eachHeaderOfTheComponentIsKnown() {
        assertThat(ApiVideoOperation.allHeaders())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ApiVideoConstants.class.getFields())
                        .map(MisspeltHeaderTest::value)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theNearestNameNeedsTheFewestChanges() {
        List<String> names = List.of("Title", "Tags", "Clip", "UploadKey", "UploadToken");
        assertThat(Likeness.nearest("titel", names)).isEqualTo("Title");
        assertThat(Likeness.nearest("Tag", names)).isEqualTo("Tags");
        assertThat(Likeness.nearest("UploadsKey", names)).isEqualTo("UploadKey");
        assertThat(Likeness.nearest("", names)).isEqualTo("Clip");
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private void upload(String options, Map<String, Object> headers) {
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload(options, video.bytes(), headers), video);
    }

    private List<String> warnings() {
        return log.lines().stream().filter(line -> line.contains("Header ")).toList();
    }
}
