package com.ceap.local.sample;

import java.util.List;
import java.util.Map;

/** Names for products: a style and a noun that fits the category. */
final class ProductNames {
  private static final List<String> STYLES =
      List.of("Classic", "Nordic", "Compact", "Café", "Premium", "Everyday", "Señorial", "Mini");

  private static final Map<Category, List<String>> NOUNS =
      Map.of(
          Category.ELECTRONICS, List.of("Headphones", "Speaker", "Camera", "Tablet", "Monitor"),
          Category.FASHION, List.of("Jacket", "Dress", "Jeans", "Scarf", "Shirt"),
          Category.HOME, List.of("Lamp", "Chair", "Blanket", "Shelf", "Mirror"),
          Category.BEAUTY, List.of("Serum", "Perfume", "Mascara", "Soap", "Cream"),
          Category.SPORTS, List.of("Yoga Mat", "Racket", "Backpack", "Helmet", "Dumbbell"),
          Category.BOOKS, List.of("Novel", "Cookbook", "Atlas", "Biography", "Comic"),
          Category.TOYS, List.of("Puzzle", "Board Game", "Robot", "Kite", "Train Set"),
          Category.KITCHEN, List.of("Kettle", "Pan", "Knife", "Blender", "Teapot"),
          Category.GARDEN, List.of("Planter", "Hose", "Spade", "Lantern", "Bench"),
          Category.MUSIC, List.of("Ukulele", "Vinyl Record", "Microphone", "Drum", "Flute"));

  private ProductNames() {}

  static String of(Category category, Draws draws) {
    List<String> nouns = NOUNS.get(category);
    return STYLES.get(draws.below(STYLES.size())) + " " + nouns.get(draws.below(nouns.size()));
  }
}
