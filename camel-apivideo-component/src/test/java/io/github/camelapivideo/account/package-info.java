// SPDX-License-Identifier: Apache-2.0
/** Access tokens, delegated upload tokens and the health of an account. */
package io.github.camelapivideo.account;
