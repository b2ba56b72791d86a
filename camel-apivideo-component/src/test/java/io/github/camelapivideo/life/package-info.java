// SPDX-License-Identifier: Apache-2.0
/** Uploads hold no thread longer than they need it, and end with the component. */
package io.github.camelapivideo.life;
