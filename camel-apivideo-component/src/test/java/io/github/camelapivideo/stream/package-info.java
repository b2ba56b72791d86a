// SPDX-License-Identifier: Apache-2.0
/** A body that can be read once is uploaded once, and never as a rest. */
package io.github.camelapivideo.stream;
