// SPDX-License-Identifier: Apache-2.0
/**
 * Half an hour of uploads while everything goes wrong: start with
 * {@link io.github.camelapivideo.reliability.soak.SoakTest}. The component runs in a JVM of its own with a small heap
 * ({@link io.github.camelapivideo.reliability.soak.UploadingProgram}); the service, its faults and the judgement are in
 * the JVM of the test. The two talk in lines of text.
 */
package io.github.camelapivideo.reliability.soak;
