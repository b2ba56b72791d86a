// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.internal.option.ByteSize;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.waiting.WaitGoal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses options that cannot work, before any request. Each error names the option and what is allowed. */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * @param bufferMemory in bytes; 0 if it is not set, and is checked with the first stream
     * @param spillDirectory the folder for parts beyond it; null if they wait
     */
    public static void check(Options options, long bufferMemory, Path spillDirectory) {
        Account.of(options);
        checkRetries(options);
        checkMetadata(options.group("metadata"));
        UploadSettings settings = UploadSettings.of(options, Set.of());
        if (bufferMemory != ByteSize.AUTO) {
            PartBuffers.check(Math.max(settings.partSize(), PartPlan.MIN_PART_SIZE), bufferMemory, spillDirectory);
        }
        WaitGoal goal = settings.waitPlan(WaitGoal.none).goal();
        if (settings.uploadToken() != null) {
            checkDelegated(options, goal);
        }
        checkKey(options);
    }

    /** @throws IllegalArgumentException if an option about requests has a value that cannot be used */
    public static void checkRetries(Options options) {
        atLeast(0, "maxRetries", options.number("maxRetries"));
        atLeast(1, "retryDelay", options.number("retryDelay"));
        atLeast(1, "maxRetryDelay", options.number("maxRetryDelay"));
        atLeast(0, "retryTimeout", options.number("retryTimeout"));
        atLeast(0, "recordTimeout", options.number("recordTimeout"));
        atLeast(0, "connectTimeout", options.number("connectTimeout"));
        atLeast(0, "stallTimeout", options.number("stallTimeout"));
        atLeast(0, "answerTimeout", options.get("answerTimeout") == null ? 0 : options.number("answerTimeout"));
        atLeast(0, "sourceTimeout", options.number("sourceTimeout"));
        atLeast(0, "progressInterval", options.number("progressInterval"));
        atLeast(0, "uploadTimeout", options.number("uploadTimeout"));
        atLeast(0, "waitTimeout", options.number("waitTimeout"));
        atLeast(1, "waitInterval", options.number("waitInterval"));
        atLeast(1, "maxWaitInterval", options.number("maxWaitInterval"));
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

    // The service creates the container of a delegated upload: a video that was to be private would be public.
    private static void checkDelegated(Options options, WaitGoal goal) {
        if (goal != WaitGoal.none) {
            throw new IllegalArgumentException("waitFor=" + goal
                    + ": not possible with uploadToken, which does not open the status of a video; use apiKey instead");
        }
        List<String> described = Inputs.PROPERTIES.stream()
                .map(Input::option)
                .filter(name -> !isUnset(options.get(name)))
                .toList();
        if (!described.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", described)
                    + ": not possible with uploadToken, because the service creates the container of a delegated upload;"
                    + " use apiKey instead");
        }
    }

    private static boolean isUnset(Object value) {
        return value == null || value instanceof Map<?, ?> group && group.isEmpty();
    }

    private static void checkKey(Options options) {
        if (options.filled("uploadKey") == null) {
            return;
        }
        if (options.filled("uploadToken") != null) {
            throw new IllegalArgumentException(
                    NamedValue.of("uploadKey", options.text("uploadKey")) + ": not possible with uploadToken,"
                            + " which does not open what the service knows of earlier uploads; use apiKey instead");
        }
        if (options.filled("videoId") != null) {
            throw new IllegalArgumentException(NamedValue.of("uploadKey", options.text("uploadKey"))
                    + ": not possible with " + NamedValue.of("videoId", options.text("videoId"))
                    + ", because it finds or creates the container itself");
        }
    }
}
