// SPDX-License-Identifier: Apache-2.0
/**
 * The engine: carries the parts of one source through one transport into one container. Knows the JDK and SLF4J; no
 * Camel, no HTTP, no JSON. Executors come in from outside.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.upload.UploadEngine}; what one upload remembers is in
 * {@link io.github.camelapivideo.internal.upload.UploadSession}. May import {@code api}.
 */
package io.github.camelapivideo.internal.upload;
