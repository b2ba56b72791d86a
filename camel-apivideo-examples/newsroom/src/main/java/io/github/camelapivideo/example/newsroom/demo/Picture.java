// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture for a story that has none: a sky, a sun and hills. */
final class Picture {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    private Picture() {}

    /** Draws a JPEG in shades of a colour. */
    static void draw(Path file, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, colour.darker(), 0, HEIGHT, Color.ORANGE.brighter()));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        pen.fillOval(WIDTH / 2 - 60, HEIGHT / 2 - 20, 120, 120);
        for (int hill = 0; hill < 3; hill++) {
            pen.setColor(new Color(0, 0, 0, 90));
            pen.fillOval(hill * 320 - 200, HEIGHT - 170 + hill * 20, 760, 420);
        }
        pen.dispose();
        ImageIO.write(picture, "jpg", file.toFile());
    }
}
