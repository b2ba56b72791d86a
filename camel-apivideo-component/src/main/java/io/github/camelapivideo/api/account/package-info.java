// SPDX-License-Identifier: Apache-2.0
/**
 * The values of an account beside its videos, such as {@link io.github.camelapivideo.api.account.UploadToken}. Imports
 * {@code api} and Jackson's annotations.
 */
package io.github.camelapivideo.api.account;
