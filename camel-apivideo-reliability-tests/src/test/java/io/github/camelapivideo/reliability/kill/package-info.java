// SPDX-License-Identifier: Apache-2.0
/**
 * Processes that are killed in the middle of an upload or an event and started again: start with
 * {@link io.github.camelapivideo.reliability.kill.KillTest}. The service is in the JVM of the test, the route of a user in
 * another one, {@link io.github.camelapivideo.reliability.kill.UploadingNode}.
 */
package io.github.camelapivideo.reliability.kill;
