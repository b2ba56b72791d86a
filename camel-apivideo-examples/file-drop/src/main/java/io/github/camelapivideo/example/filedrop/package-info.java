// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every video dropped into a folder. The upload itself is the route in
 * {@code camel/file-drop.yaml} and the settings in {@code application.properties}; the classes here drop the videos,
 * show how the uploads get on, and compare what arrived. Start reading at {@link FileDrop}.
 */
package io.github.camelapivideo.example.filedrop;
