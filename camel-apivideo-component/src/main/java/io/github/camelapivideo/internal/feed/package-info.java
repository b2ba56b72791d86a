// SPDX-License-Identifier: Apache-2.0
/** The table of what {@code from()} can begin with. Imports the rooms of the feeds, and operation, input and option. */
package io.github.camelapivideo.internal.feed;
