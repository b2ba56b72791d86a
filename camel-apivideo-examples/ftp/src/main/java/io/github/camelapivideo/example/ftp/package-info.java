// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every file in a folder of an FTP server. What a user would copy is
 * {@code camel/ftp-videos.yaml}; {@link FtpExample} starts it, and whatever it needs where no real server or account is
 * named.
 */
package io.github.camelapivideo.example.ftp;
