// SPDX-License-Identifier: Apache-2.0

/**
 * Options as they were written, and how errors name them. Start reading at
 * {@link io.github.camelapivideo.internal.option.Options}. Imports {@code internal.text} only.
 */
package io.github.camelapivideo.internal.option;
