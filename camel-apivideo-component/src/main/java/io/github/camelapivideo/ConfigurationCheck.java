// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Refuses options that cannot work, before anything is sent; each error names the option and what is allowed. */
final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * @param bufferMemory in bytes; 0 if nobody has set it, so that it is checked when a stream comes
     * @param spillDirectory where the parts of streams go beyond it; null if they do not
     */
    static void check(ApiVideoConfiguration options, long bufferMemory, Path spillDirectory) {
        checkCredentials(options);
        Account.of(options);
        checkRetries(options);
        checkMetadata(options.getMetadata());
        UploadSettings settings = UploadSettings.of(options);
        if (bufferMemory != ByteSize.AUTO) {
            new PartBuffers(bufferMemory, spillDirectory).check(Math.max(settings.partSize(), PartPlan.MIN_PART_SIZE));
        }
        if (settings.uploadToken() != null) {
            checkDelegated(options);
        }
        checkKey(options);
    }

    private static void checkCredentials(ApiVideoConfiguration options) {
        if (isBlank(options.getApiKey()) && isBlank(options.getUploadToken())) {
            throw new IllegalArgumentException("No credentials: set apiKey (on the component, as"
                    + " camel.component.apivideo.apiKey, or on the endpoint), or uploadToken for a delegated upload");
        }
    }

    private static void checkRetries(ApiVideoConfiguration options) {
        atLeast(0, "maxRetries", options.getMaxRetries());
        atLeast(1, "retryDelay", options.getRetryDelay());
        atLeast(1, "maxRetryDelay", options.getMaxRetryDelay());
        atLeast(0, "retryTimeout", options.getRetryTimeout());
        atLeast(0, "recordTimeout", options.getRecordTimeout());
        atLeast(0, "connectTimeout", options.getConnectTimeout());
        atLeast(0, "stallTimeout", options.getStallTimeout());
        atLeast(0, "answerTimeout", options.getAnswerTimeout() == null ? 0 : options.getAnswerTimeout());
        atLeast(0, "sourceTimeout", options.getSourceTimeout());
    }

    private static void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new IllegalArgumentException(option + "=" + value + ": allowed is " + least + " or more");
        }
    }

    private static void checkMetadata(Map<String, Object> metadata) {
        metadata.keySet().forEach(key -> {
            if (key.isBlank()) {
                throw new IllegalArgumentException("metadata.: the key is missing; use metadata.key=value");
            }
        });
    }

    // The service creates the container of a delegated upload: whoever asks for a private video would get a public one.
    private static void checkDelegated(ApiVideoConfiguration options) {
        Map<String, Object> creation = new LinkedHashMap<>();
        CreationFields.ALL.forEach(
                field -> creation.put(field.name(), field.option().apply(options)));
        creation.values().removeIf(value -> Objects.isNull(value) || value instanceof Map<?, ?> map && map.isEmpty());
        if (!creation.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", creation.keySet())
                    + ": not possible with uploadToken, because the service creates the container of a delegated upload;"
                    + " use apiKey instead");
        }
    }

    private static void checkKey(ApiVideoConfiguration options) {
        if (isBlank(options.getUploadKey())) {
            return;
        }
        if (!isBlank(options.getUploadToken())) {
            throw new IllegalArgumentException(
                    NamedValue.of("uploadKey", options.getUploadKey()) + ": not possible with uploadToken,"
                            + " which does not open what the service knows of earlier uploads; use apiKey instead");
        }
        if (!isBlank(options.getVideoId())) {
            throw new IllegalArgumentException(NamedValue.of("uploadKey", options.getUploadKey())
                    + ": not possible with " + NamedValue.of("videoId", options.getVideoId())
                    + ", because it finds or creates the container itself");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
