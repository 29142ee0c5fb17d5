// Draws the shapes of the atlas from Natural Earth. This is done once, in development;
// the site only reads shapes.json. To draw them anew, in a folder outside the project:
//
//   npm install world-atlas@2 topojson-client@3 topojson-server@3 topojson-simplify@3 \
//     d3-geo@3 d3-geo-projection@4 i18n-iso-countries@7
//   cp PROJECT/relations/world/draw.mjs .
//   node draw.mjs PROJECT/fixtures/countries.jsonl > PROJECT/relations/world/shapes.json
//
// Two sheets: the world, and Europe closer. A state of the fact base is known by its ISO
// 3166 code, and all other land is one shape. Natural Earth gives Kosovo no code; the fact
// base calls it XK. States too small to draw become circles, moved apart where they would
// lie on one another. Crimea is drawn with Ukraine, to which the United Nations count it.
// Antarctica is left out.

import { readFileSync } from "node:fs";
import { geoArea, geoCentroid, geoConicEqualArea, geoContains, geoNaturalEarth1, geoPath } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, merge } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import codes from "i18n-iso-countries";

const SHEETS = {
  world: {
    scale: "110m",
    projection: geoNaturalEarth1().rotate([-11, 0]), // cuts the globe where no state lies
    width: 2400,
    margins: [30, 80], // for islands beyond the last of the land
    detail: 9, // square units: a point that makes a smaller triangle is left out
    islands: 40, // square units: smaller ones are left out, unless a state has no more
    circles: true,
  },
  europe: {
    scale: "50m",
    projection: geoConicEqualArea().parallels([38, 62]).rotate([-14, 0]),
    corners: [[-10, 35], [14, 34.2], [38, 35], [-22, 66], [14, 70.2], [44, 64]],
    width: 1200,
    margins: [0, 0],
    detail: 14,
    islands: 60,
  },
};
const CRIMEA = [34.3, 45.2]; // a place in it
const MARGIN = 16; // above and below a sheet that shows everything
const RADIUS = 12; // of a circle, with the room about it
const DOT = 20; // square units: a smaller state is no shape but a circle
const FINGER = 28; // units: about twelve pixels on a wide screen
const AT_SEA = 90; // units: about twelve pixels on a phone
const SMALL = 64; // units: a smaller state gets a wider place to touch

const known = new Map(
  readFileSync(process.argv[2], "utf-8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).fields)
    .filter((country) => country.iso2)
    .map((country) => [country.iso2, country.name]),
);

function codeOf({ id, properties }) {
  return properties.name === "Kosovo" ? "XK" : id ? codes.numericToAlpha2(id) : undefined;
}

function countries(scale) {
  const atlas = JSON.parse(readFileSync(`node_modules/world-atlas/countries-${scale}.json`, "utf-8"));
  const features = feature(atlas, atlas.objects.countries)
    .features.filter(({ properties }) => properties.name !== "Antarctica")
    .map((country) => ({ ...country, id: codeOf(country) }));
  handOver(features, CRIMEA, "RU", "UA");
  return features;
}

/** Natural Earth draws who holds a place; this hands one piece of a state to another. */
function handOver(features, place, fromId, toId) {
  const [from, to] = [fromId, toId].map((id) => features.find((one) => one.id === id));
  const holds = (coordinates) => geoContains({ type: "Polygon", coordinates }, place);
  const [moved] = from.geometry.coordinates.filter(holds);
  const kept = from.geometry.coordinates.filter((piece) => piece !== moved);
  from.geometry = { type: "MultiPolygon", coordinates: kept };
  to.geometry = { type: "MultiPolygon", coordinates: [...piecesOf(to), moved] };
}

function piecesOf({ geometry: { type, coordinates } }) {
  return type === "Polygon" ? [coordinates] : coordinates;
}

/** Where a state lies: the middle of its largest piece, not the sea between its islands. */
function middle(country) {
  const polygons = piecesOf(country).map((coordinates) => ({ type: "Polygon", coordinates }));
  return geoCentroid(polygons.sort((a, b) => geoArea(b) - geoArea(a))[0]);
}

/** Fits the projection to the sheet and says how high the sheet is. */
function fit({ projection, width, corners, margins: [left, right] }, features) {
  const shown = corners
    ? { type: "MultiPoint", coordinates: corners }
    : { type: "FeatureCollection", features };
  projection.fitExtent([[left, 0], [width - right, 2 * width]], shown);
  const [[, top], [, bottom]] = geoPath(projection).bounds(shown);
  const [x, y] = projection.translate();
  projection.translate([x, y - top + (corners ? 0 : MARGIN)]);
  const height = Math.ceil(bottom - top + (corners ? 0 : 2 * MARGIN));
  if (corners) projection.clipExtent([[-20, -20], [width + 20, height + 20]]);
  return height;
}

/** Borders are simplified once for both neighbours, so that no gap opens between them. */
function simplified(features, { projection, detail }) {
  const flat = features
    .map((one) => ({ ...one, geometry: geoProject(one.geometry, projection) }))
    .filter(({ geometry }) => geometry);
  const net = presimplify(topology({ all: { type: "FeatureCollection", features: flat } }));
  return simplify(net, detail);
}

function ringsOf({ type, coordinates }) {
  return type === "Polygon" ? coordinates : coordinates.flat();
}

function areaOf(ring) {
  return Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
}

/** Whole numbers, each point told from the one before. */
function draw(ring) {
  let [x, y] = ring[0].map(Math.round);
  let path = `M${x} ${y}l`;
  for (const [nextX, nextY] of ring.slice(1, -1).map((point) => point.map(Math.round))) {
    if (nextX === x && nextY === y) continue;
    path += ` ${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
  }
  return `${path}z`.replace("l ", "l").replaceAll(" -", "-");
}

function pathOf(geometry, islands) {
  const rings = ringsOf(geometry).sort((a, b) => areaOf(b) - areaOf(a));
  return rings
    .filter((ring, rank) => ring.length > 3 && (rank === 0 || areaOf(ring) > islands))
    .map(draw)
    .join("");
}

/** Circles that would lie on one another push each other away, step by step. */
function apart(circles) {
  const places = [...circles.values()];
  for (let step = 0; step < 400; step++)
    for (const one of places)
      for (const other of places) {
        const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
        const distance = Math.hypot(dx, dy);
        if (one === other || distance >= 2 * RADIUS) continue;
        const push = (2 * RADIUS - distance) / (4 * (distance || 1));
        one[0] -= dx * push;
        one[1] -= dy * push;
        other[0] += dx * push;
        other[1] += dy * push;
      }
}

/** How far from its middle a circle may be touched, without another state being meant. */
function reach([x, y], places, isInland) {
  const others = [...places.values()].map((place) => Math.hypot(place[0] - x, place[1] - y));
  const gaps = others.filter((distance) => distance > 1).map((distance) => distance / 2);
  return Math.floor(Math.min(isInland ? RADIUS : AT_SEA, ...gaps));
}

function sheet(options) {
  const features = countries(options.scale);
  const height = fit(options, features);
  const net = simplified(features, options);
  const shapes = {};
  const touch = {};
  const others = [];
  for (const one of net.objects.all.geometries) {
    const geometry = one.type && merge(net, [one]); // no line between pieces that meet
    const path = geometry && pathOf(geometry, options.islands);
    if (!known.has(one.id)) others.push(one);
    else if (path && geoPath().area(geometry) > DOT) {
      shapes[one.id] = path;
      const [[left, top], [right, bottom]] = geoPath().bounds(geometry);
      if (Math.max(right - left, bottom - top) < SMALL)
        touch[one.id] = [...geoPath().centroid(geometry).map(Math.round), FINGER];
    }
  }
  return {
    width: options.width,
    height,
    shapes,
    touch,
    circles: circlesFor(options, shapes),
    land: pathOf(merge(net, others.filter(({ type }) => type)), options.islands),
  };
}

/** The states without a shape: on a sheet of the whole world all, on others those it shows. */
function circlesFor({ projection, circles, scale }, shapes) {
  const places = new Map();
  const inland = new Set();
  const others = countries(scale).filter(({ id }) => shapes[id]);
  for (const country of countries("10m")) {
    if (!known.has(country.id) || shapes[country.id]) continue;
    const place = middle(country);
    if (others.some((other) => geoContains(other, place))) inland.add(country.id);
    if (circles || inland.has(country.id)) places.set(country.id, projection(place));
  }
  apart(places);
  return Object.fromEntries(
    [...places].map(([id, place]) => [id, [...place.map(Math.round), reach(place, places, inland.has(id))]]),
  );
}

const drawn = Object.fromEntries(Object.entries(SHEETS).map(([name, options]) => [name, sheet(options)]));
console.log(JSON.stringify(drawn));
