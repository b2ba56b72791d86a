// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.intake.SizeLimits;
import io.github.camelapivideo.simulator.intake.UploadedFile;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a small file in a form has to be. The extension of its name is judged, not its bytes: the service accepts a
 * malformed text with the right name.
 *
 * @param extensions the allowed extensions, in small letters
 * @param largest the largest size in bytes
 */
public record FileRules(List<String> extensions, long largest) {

    private static final Map<String, String> TYPES =
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

    /** The image of a video or a live stream. */
    public static final FileRules THUMBNAIL = new FileRules(List.of("jpg", "jpeg", "png", "webp"), 8 * 1024 * 1024);

    /** The logo of a player. */
    public static final FileRules LOGO = new FileRules(List.of("jpg", "jpeg", "png"), 100 * 1024);

    // No document limits the other two, so the limit of every request counts.
    static final FileRules WATERMARK = new FileRules(List.of("jpg", "jpeg", "png"), SizeLimits.LARGEST_FILE);
    static final FileRules TRACK = new FileRules(List.of("vtt"), SizeLimits.LARGEST_FILE);

    /** The file in the form of a request; refuses the request if it breaks a rule. */
    public ReceivedFile read(Call call) {
        UploadedFile file = call.form().file();
        if (!extensions.contains(extension(file.fileName()))) {
            throw ProblemType.EXTENSION_INVALID.because(
                    "file",
                    "The name is " + file.fileName() + ".",
                    "Only " + extensions + " extensions are supported.");
        }
        if (file.size() == 0) {
            throw ProblemType.EMPTY_FILE.because("file", "The file has no bytes.");
        }
        if (file.size() > largest) {
            throw ProblemType.FILE_TOO_LARGE.because(
                    "file", "The file has " + file.size() + " bytes; it may have " + largest + ".");
        }
        return received(file.fileName(), file.bytes());
    }

    /** Answers with an image, by the type that its name tells. */
    public static Answer answer(ReceivedFile image) {
        return Answer.file(TYPES.get(extension(image.fileName())), image.bytes());
    }

    /** A file with its digest. */
    public static ReceivedFile received(String fileName, byte[] bytes) {
        return new ReceivedFile(fileName, bytes, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of a name behind its last dot, in small letters; the whole name if it has none. */
    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
