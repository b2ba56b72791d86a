// SPDX-License-Identifier: Apache-2.0
/** The operations for parts, containers and plans. */
package io.github.camelapivideo.operation;
