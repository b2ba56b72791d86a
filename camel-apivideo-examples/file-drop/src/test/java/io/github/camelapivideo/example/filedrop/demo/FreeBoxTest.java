// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeBoxTest {

    @ParameterizedTest
    @ValueSource(longs = {8, 9, 16, 65_543, 65_544, 65_545, 200_000})
    void hasExactlyTheLengthThatItsHeaderSays(long length) throws IOException {
        byte[] box = written(length, 1);

        assertThat(box).hasSize((int) length);
        assertThat(ByteBuffer.wrap(box).getInt()).isEqualTo((int) length);
        assertThat(new String(box, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("free");
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        assertThat(written(1000, 7)).isEqualTo(written(1000, 7)).isNotEqualTo(written(1000, 8));
    }

    @Test
    void hasA32BitLengthAsLongAsThatIsEnough() {
        assertThat(new FreeBox(0xFFFF_FFFFL).header()).containsExactly(0xFF, 0xFF, 0xFF, 0xFF, 'f', 'r', 'e', 'e');
    }

    @Test
    void hasA64BitLengthAboveThat() {
        assertThat(new FreeBox(0x1_0000_0000L).header())
                .containsExactly(0, 0, 0, 1, 'f', 'r', 'e', 'e', 0, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void cannotBeShorterThanItsHeader() {
        assertThatThrownBy(() -> new FreeBox(7)).hasMessage("length=7: a box has at least 8 bytes");
    }

    private static byte[] written(long length, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FreeBox(length).writeTo(out, seed);
        return out.toByteArray();
    }
}
