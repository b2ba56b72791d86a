// SPDX-License-Identifier: Apache-2.0
/**
 * The requests about everything but the containers of uploads, as values. One class for each kind of resource. Start
 * reading at {@link io.github.camelapivideo.internal.request.UploadTokenRequests}. Imports {@code internal.container},
 * {@code internal.call}, {@code internal.part}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.request;
