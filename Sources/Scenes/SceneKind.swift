/// What a scene shows.
public enum SceneKind: String, CaseIterable, Sendable {
  /// Clouds over open water.
  case skyOverSea = "sky-over-sea"
  /// Flowering grassland before hills.
  case meadow
  /// Trunks, leaves and a path, from spring to autumn.
  case forest
  /// Apples, lemons, plums and their like on a tablecloth.
  case fruitOnCloth = "fruit-on-cloth"
  /// Head and shoulders of a person.
  case portrait
  /// The front of a brick house with its windows and door.
  case brickHouse = "brick-house"
  /// A street with lit windows and lamps after sundown.
  case duskStreet = "dusk-street"
  /// The sun going down over water and hills.
  case sunset
  /// A few large blossoms before leaves out of focus.
  case blossoms
  /// Bottles, pots and books on a shelf.
  case stillLife = "still-life"
  /// Sand, surf and parasols.
  case beach
  /// Snowy mountains above a lake and firs.
  case snowyMountains = "snowy-mountains"
  /// Dunes and cacti.
  case desert
  /// Cows and sheep in a pasture.
  case grazingAnimals = "grazing-animals"
  /// Hot-air balloons above fields.
  case balloons
  /// Stalls of fruit and vegetables under awnings.
  case market
}

extension SceneKind {
  /// The registry: who paints each kind.
  var painting: any Painting.Type {
    switch self {
    case .skyOverSea: SkyOverSea.self
    case .meadow: FlowerMeadow.self
    case .forest: Forest.self
    case .fruitOnCloth: FruitOnCloth.self
    case .portrait: Portrait.self
    case .brickHouse: BrickHouse.self
    case .duskStreet: DuskStreet.self
    case .sunset: Sunset.self
    case .blossoms: Blossoms.self
    case .stillLife: StillLife.self
    case .beach: Beach.self
    case .snowyMountains: SnowyMountains.self
    case .desert: Desert.self
    case .grazingAnimals: GrazingAnimals.self
    case .balloons: Balloons.self
    case .market: Market.self
    }
  }
}
