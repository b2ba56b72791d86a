// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.option.NamedValue;
import java.util.List;

/** The inputs of the operations about small files beside a video. */
public final class AssetInputs {

    public static final Input<String> WATERMARK_ID = Inputs.identifier("watermarkId", ApiVideoConstants.WATERMARK_ID);

    /** The language of a caption or of chapters; more languages than the service can transcribe. */
    public static final Input<String> LANGUAGE =
            Input.read("language", ApiVideoConstants.LANGUAGE, AssetInputs::language);

    public static final Input<Boolean> DEFAULT_CAPTION =
            Input.read("defaultCaption", ApiVideoConstants.DEFAULT_CAPTION, AssetInputs::defaultCaption);
    public static final Input<String> TIMECODE =
            Input.read("timecode", ApiVideoConstants.TIMECODE, AssetInputs::timecode);

    public static final Input<String> LOGO_LINK =
            Input.read("logoLink", ApiVideoConstants.LOGO_LINK, AssetInputs::logoLink);

    public static final Input<Object> CAPTIONS =
            Input.objectInHeader("captions", ApiVideoConstants.CAPTIONS, Object.class);
    public static final Input<Object> CHAPTERS =
            Input.objectInHeader("chapters", ApiVideoConstants.CHAPTERS, Object.class);
    public static final Input<Object> THUMBNAIL =
            Input.objectInHeader("thumbnail", ApiVideoConstants.THUMBNAIL, Object.class);

    /** The headers with files that are sent after an uploaded video. */
    public static final List<Input<Object>> SIDECARS = List.of(CAPTIONS, CHAPTERS, THUMBNAIL);

    private static final String LANGUAGE_FORM = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";
    private static final int LONGEST_LANGUAGE = 100;
    private static final String TIMECODE_FORM = "\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{2,3}|:\\d{1,3})?|\\d{1,7}";

    private AssetInputs() {}

    private static String language(String text) {
        if (text.length() > LONGEST_LANGUAGE || !text.matches(LANGUAGE_FORM)) {
            throw new IllegalArgumentException(NamedValue.of("language", text)
                    + ": allowed are letters, digits and dashes between them, as in fr, es-419 or zh-Hans-CN");
        }
        return text;
    }

    private static Boolean defaultCaption(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(NamedValue.of("defaultCaption", text) + ": allowed are true, false");
        }
        return Boolean.valueOf(text);
    }

    private static String timecode(String text) {
        if (!text.matches(TIMECODE_FORM)) {
            throw new IllegalArgumentException(NamedValue.of("timecode", text)
                    + ": allowed are HH:MM:SS, HH:MM:SS.mm, HH:MM:SS.mmm, HH:MM:SS:frame, or whole seconds");
        }
        return text;
    }

    private static String logoLink(String text) {
        if (!text.matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    NamedValue.of("logoLink", text) + ": allowed is a URL that begins with http:// or https://");
        }
        return text;
    }
}
