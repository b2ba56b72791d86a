// SPDX-License-Identifier: Apache-2.0
/** What the component promises about small files beside a video. */
package io.github.camelapivideo.asset;
