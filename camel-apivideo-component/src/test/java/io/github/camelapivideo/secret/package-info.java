// SPDX-License-Identifier: Apache-2.0
/** Secrets are never shown, and text of a sender is never evaluated. */
package io.github.camelapivideo.secret;
